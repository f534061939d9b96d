import type { Attachment } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import FileGallery from "@/components/case/FileGallery.vue";
import FileViewer from "@/components/case/FileViewer.vue";
import PrintDialog from "@/components/case/PrintDialog.vue";
import RelatedCases from "@/components/case/RelatedCases.vue";
import { shapeOf, zoomed } from "@/lib/files";
import { aCase, aRow, serve, show } from "./support";

const file = (change: Partial<Attachment> = {}): Attachment => ({
  id: "1", name: "现场.jpg", kind: "image", mime: "image/jpeg", size: 2048, stage: "intake", caption: "", event_seq: 1, url: "/api/v1/files/1", thumb_url: null,
  public_url: null, view_url: null, scan_state: "clean", ...change,
});
const stageOf = (one: Attachment) => one.stage;

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.innerHTML = "";
});
const viewer = () => document.querySelector<HTMLElement>("[role=dialog]");
const press = async (key: string) => {
  viewer()?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await flushPromises();
};

describe("files of a case", () => {
  it("are shown by what they are; what the server will not let be read inside is only downloaded", () => {
    expect(shapeOf(file({ kind: "document", mime: "application/pdf", view_url: "/x" }))).toBe("pdf");
    expect(shapeOf(file({ kind: "document", mime: "application/pdf" }))).toBe("other");
    expect(shapeOf(file({ kind: "video", mime: "video/mp4" }))).toBe("video");
  });
  it("stand as before and after when there are both", async () => {
    const wrapper = await show(FileGallery, { files: [file(), file({ id: "2", stage: "after" })], modelValue: "" });
    expect(wrapper.findAll("h3").map((item) => item.text())).toEqual(["办理前", "办理后"]);
  });
  it("with a virus cannot be opened and say so", async () => {
    const wrapper = await show(FileGallery, { files: [file({ kind: "document", mime: "application/pdf", view_url: "/x", scan_state: "infected" })], modelValue: "" });
    expect(wrapper.text()).toContain("查出病毒");
    expect(wrapper.find("a").exists()).toBe(false);
    expect(wrapper.findAll("button")).toHaveLength(0);
  });
});

describe("the viewer", () => {
  const files = [file(), file({ id: "2", stage: "after", name: "修好.jpg" }), file({ id: "3", kind: "document", mime: "application/pdf", view_url: "/api/v1/files/3?view=true", name: "勘查.pdf" })];
  it("zooms, turns and goes on by keyboard alone", async () => {
    const wrapper = await show(FileViewer, { files, modelValue: "1", stageOf });
    await press("+");
    await press("r");
    expect(document.querySelector("img")?.getAttribute("style")).toContain("rotate(90deg) scale(1.5)");
    await press("0");
    expect(document.querySelector("img")?.getAttribute("style")).toContain("rotate(0deg) scale(1)");
    await press("ArrowRight");
    expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual(["2"]);
    await press("Escape");
    expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual([""]);
  });
  it("shows before beside after", async () => {
    await show(FileViewer, { files, modelValue: "2", stageOf });
    await press("c");
    expect([...document.querySelectorAll("img")].map((item) => item.getAttribute("src"))).toEqual(["/api/v1/files/1", "/api/v1/files/1"].map((_, index) => files[index]?.url));
    expect([...document.querySelectorAll("figcaption")].map((item) => item.textContent)).toEqual(["intake", "after"]);
  });
  it("reads a PDF in a frame of the page", async () => {
    await show(FileViewer, { files, modelValue: "3", stageOf });
    expect(document.querySelector("iframe")?.getAttribute("src")).toBe("/api/v1/files/3?view=true");
  });
  it("never magnifies beyond its steps", () => {
    expect(zoomed(6, 1)).toBe(6);
    expect(zoomed(1, -1)).toBe(1);
    expect(zoomed(2, 1)).toBe(3);
  });
});

describe("related cases", () => {
  const group = (code: string, count: number | null) => ({ code, count, capped: false, items: count ? [aRow({ number: "TS-2", title: "同一路段" })] : [], query: { related: `TS-20261121-000001:${code}` } });
  it("are told in groups whose count opens the list", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    serve({ "GET /cases/TS-20261121-000001/related": () => ({ body: { groups: [group("person", 2), group("place", 0), group("category", null)], by_point: true } }) });
    const wrapper = await show(RelatedCases, { found: aCase() });
    await vi.advanceTimersByTimeAsync(200);
    await flushPromises();
    expect(wrapper.findAll("h3").map((item) => item.text())).toEqual([expect.stringContaining("同一诉求人"), expect.stringContaining("同类同街道")]);
    expect(wrapper.find("a.all").attributes("href")).toBe("/cases?related=TS-20261121-000001:person");
    expect(wrapper.text()).toContain("很多");
  });
});

describe("printing", () => {
  const dialog = (permissions: string[]) => show(PrintDialog, { found: aCase(), modelValue: true }, { permissions });
  it("offers personal data only to who may have it", async () => {
    await dialog(["case.view", "case.print"]);
    expect(document.querySelectorAll("input[type=radio]")).toHaveLength(1);
    document.body.innerHTML = "";
    await dialog(["case.view", "case.print", "case.print_clear"]);
    expect(document.querySelectorAll("input[type=radio]")).toHaveLength(2);
  });
  it("sends the purpose and says which file was made", async () => {
    const asked = serve({ "POST /cases/TS-20261121-000001/print": () => ({ body: {}, headers: { "content-disposition": "attachment; filename*=UTF-8''TS-1.pdf" } }) });
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
    await dialog(["case.view", "case.print"]);
    const input = document.querySelector<HTMLInputElement>("#print-reason");
    if (!input) throw new Error("no field");
    input.value = "上门联系";
    input.dispatchEvent(new Event("input"));
    await flushPromises();
    document.querySelector("form")?.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(asked.at(-1)?.body).toEqual({ personal: false, reason: "上门联系" });
  });
});
