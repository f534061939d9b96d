import type { Board, BoardLine, BoardPanel } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { change, listOf, moved, narrowed, parseBoard, points, ranked, sensible, standard, without, worth } from "@/lib/board";
import BoardPage from "@/pages/BoardPage.vue";
import { serve, show } from "./support";

const line = (code: string, name: string, more: Partial<BoardLine> = {}): BoardLine => ({
  code, name, where: { unit: code }, below: false, direct: false, received: 0, in_hand: 0, due_soon: 0, overdue: 0, closed: 0, on_time: 0, satisfied: 0, rated: 0, ...more,
});
const closed = { closed_from: "2026-11-01", closed_to: "2026-12-01", state: "closed,rated,archived" };
const figure = (value: number, query: Record<string, unknown>, before?: number) => ({ value, query, ...(before === undefined ? {} : { before: { value: before, query: { ...query, earlier: true } } }) });

function aBoard(change: Partial<Board> = {}): Board {
  const measures = {
    received: { received_from: "2026-11-01" }, received_matters: { received_from: "2026-11-01", matter: true }, in_hand: { open: true }, in_hand_calls: { open_matter: true }, closed_matters: { ...closed, matter: true }, due_soon: { due: "due_soon" }, overdue: { due: "overdue" }, closed,
    on_time: { ...closed, was_overdue: false }, satisfied: { ...closed, satisfaction: "satisfied,basically" }, rated: { ...closed, satisfaction: "satisfied,basically,dissatisfied" }, dissatisfied: closed,
  };
  return {
    at: "2026-11-21T15:30:00+08:00", period: "month", from: "2026-11-01T00:00:00+08:00", to: "2026-12-01T00:00:00+08:00", cut: "day",
    compared: { with: "previous", from: "2026-10-01T00:00:00+08:00", to: "2026-10-21T15:30:00+08:00" }, filter: { channel: "hotline" }, measures,
    figures: {
      received: figure(1200, measures.received, 1000), received_matters: figure(1100, measures.received_matters), in_hand_calls: figure(72, measures.in_hand_calls), closed_matters: figure(70, measures.closed_matters), in_hand: figure(60, measures.in_hand), due_soon: figure(1, measures.due_soon), overdue: figure(29, measures.overdue),
      closed: figure(80, closed, 100), on_time: figure(60, measures.on_time, 90), satisfied: figure(75, measures.satisfied, 72), rated: figure(80, measures.rated, 80), dissatisfied: figure(5, closed),
    },
    series: [{ from: "2026-11-01T00:00:00+08:00", to: "2026-11-02T00:00:00+08:00", received: 40, closed: 3, before: { from: "2026-10-01T00:00:00+08:00", to: "2026-10-02T00:00:00+08:00", received: 50, closed: 4 } }],
    by_hour: [], by_channel: [], by_area: [], by_category: [], by_state: [],
    by_unit: [line("cg", "城管执法局", { received: 9, overdue: 4, closed: 5, on_time: 2, rated: 4, satisfied: 4 }), line("sz", "示例街道", { received: 20, overdue: 1, below: true, closed: 10, on_time: 9 }), line("", "", { received: 3, where: { unset: "unit" } })],
    ...change,
  } as Board;
}
afterEach(() => vi.unstubAllGlobals());

describe("the address of a board", () => {
  it("says what is asked and leaves out what makes no sense", () => {
    expect(parseBoard({ period: "year", unit: "cg", nonsense: "1", compare: "year" })).toEqual({ period: "year", unit: "cg", compare: "year" });
    expect(parseBoard({ period: "century", compare: "never" })).toEqual({});
    expect(parseBoard({ period: "days", start: "2026-01-01" })).toEqual({});
    expect(parseBoard({ period: "days", start: "2026-01-01", end: "2026-02-01" })).toEqual({ period: "days", start: "2026-01-01", end: "2026-02-01" });
  });
  it("goes down only where something is below, and up again", () => {
    expect(narrowed({ period: "month" }, line("sz", "示例街道", { below: true }))).toEqual({ period: "month", unit: "sz" });
    expect(narrowed({}, line("cg", "城管执法局"))).toBeNull();
    expect(without({ unit: "sz", direct: "unit", period: "month" }, "unit")).toEqual({ period: "month" });
    expect(without({ unit: "sz", category: "Q", direct: "unit,category" }, "unit")).toEqual({ category: "Q", direct: "category" });
  });
});

describe("a figure", () => {
  it("opens the list of the board's filter, its measure and its line together", () => {
    const board = aBoard();
    expect(listOf(board, board.measures.overdue, { unit: "cg" })).toEqual({ channel: "hotline", due: "overdue", unit: "cg" });
  });
  it("changes by per cent, by points when it is a share, by number when there was nothing", () => {
    expect([change(120, 100), change(80, 100), change(5, 0), change(0, 0), change(7, 7)]).toEqual(["+20.0%", "−20.0%", "+5", "0", "0.0%"]);
    expect([points(0.75, 0.9), points(0.9, 0.85)]).toEqual(["−15.0", "+5.0"]);
  });
  it("ranks numbers from the most, shares from the least, and leaves out what has nothing to say", () => {
    const { by_unit: lines } = aBoard();
    expect(ranked(lines, "received").map((one) => one.code)).toEqual(["sz", "cg", ""]);
    expect(ranked(lines, "overdue").map((one) => one.code)).toEqual(["cg", "sz"]);
    expect(ranked(lines, "on_time").map((one) => one.code)).toEqual(["cg", "sz"]);
    expect(worth(line("x", ""), "on_time")).toBeNull();
  });
});

describe("an arrangement", () => {
  it("moves a panel, and stays when there is nowhere to go", () => {
    expect(moved(standard, 1, 0).slice(0, 2).map((panel) => panel.panel)).toEqual(["series", "figures"]);
    expect(moved(standard, 0, -1)).toBe(standard);
  });
  it("forgets panels and measures that do not exist", () => {
    const kept: BoardPanel[] = [{ panel: "gone", wide: true, measure: "received" }, { panel: "by_state", wide: true, measure: "closed" }];
    expect(sensible(kept)).toEqual([{ panel: "by_state", wide: true, measure: "in_hand" }]);
  });
});

describe("the board", () => {
  const routes = (board: Board) => ({
    "GET /board": () => ({ body: board }), "GET /board/layout": () => ({ body: { panels: [] } }), "PUT /board/layout": () => ({ status: 204 }), "DELETE /board/layout": () => ({ status: 204 }),
  });
  const open = (path = "/board?period=month") => show(BoardPage, {}, { path, permissions: ["case.view", "case.board"] });

  it("opens from every figure the cases behind it, and says what it was before", async () => {
    serve(routes(aBoard()));
    const page = await open();
    const tiles = page.findAll(".figures li");
    expect(tiles.map((tile) => tile.find("strong").text())).toEqual(["1,200", "60", "1", "29", "80", "75.0%", "93.8%"]);
    expect(tiles[3]!.find("a").attributes("href")).toBe("/cases?channel=hotline&due=overdue");
    expect(tiles[5]!.text()).toContain("60 / 80");
    expect(tiles.flatMap((tile) => tile.findAll("a.other").map((link) => link.text()))).toEqual(["1,100 个事项", "72 次来件", "70 个事项"]);
    expect(tiles[1]!.find("a.other").attributes("href")).toBe("/cases?channel=hotline&open_matter=true");
    expect(tiles[0]!.text()).toContain("对比期 1,000+20.0%");
    expect(tiles[5]!.text()).toContain("−15.0");
    expect(tiles[6]!.find("a").attributes("title")).toContain("已评价 80 件");
    page.unmount();
  });
  it("shows the table behind a chart; names go down, figures open lists", async () => {
    const seen = serve(routes(aBoard()));
    const page = await open();
    const panel = page.find("section[aria-label='谁在办']");
    expect(panel.find("h2").text()).toContain("城管执法局超期最多，4 件，占 80.0%");
    await panel.findAll("button").find((button) => button.text().includes("看表"))!.trigger("click");
    const rows = panel.findAll("tbody tr");
    expect(rows.map((row) => row.find("th").text())).toEqual(["区城管执法局", "示例街道办事处", "未派单"]);
    expect(rows[0]!.findAll("a")[3]!.attributes("href")).toBe("/cases?channel=hotline&due=overdue&unit=cg");
    expect(rows[2]!.find("a").attributes("href")).toBe("/cases?channel=hotline&received_from=2026-11-01&unset=unit");
    expect(panel.find("tfoot").text()).toContain("32");
    await rows[1]!.find("button").trigger("click");
    await flushPromises();
    expect(seen.filter((one) => one.path === "/board").at(-1)!.query.get("unit")).toBe("sz");
    expect(page.find(".chip").text()).toContain("示例街道办事处");
    page.unmount();
  });
  it("keeps the arrangement that is made with the keyboard", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const seen = serve(routes(aBoard()));
    const page = await open();
    await page.findAll("button").find((button) => button.text().includes("布置看板"))!.trigger("click");
    await page.findAll(".editor li")[2]!.trigger("keydown", { key: "ArrowUp", altKey: true });
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    await flushPromises();
    const kept = seen.find((one) => one.method === "PUT")!.body.panels as BoardPanel[];
    expect(kept.slice(0, 3).map((panel) => panel.panel)).toEqual(["figures", "by_unit", "series"]);
    page.unmount();
  });
  it("says why there is nothing, and how to see more", async () => {
    const none = Object.fromEntries(Object.entries(aBoard().figures).map(([name, one]) => [name, { ...one, value: 0 }]));
    serve(routes(aBoard({ figures: none as Board["figures"] })));
    const page = await open("/board?unit=cg");
    expect(page.text()).toContain("这一时段没有案件");
    expect(page.text()).toContain("清除条件");
    page.unmount();
  });
});
