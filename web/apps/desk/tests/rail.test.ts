import { describe, expect, it } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import { pageAbove, pages } from "@/lib/pages";
import { routes } from "@/router";

const router = createRouter({ history: createMemoryHistory(), routes });
const lit = (path: string, open = pages) => pageAbove(path, open, (name) => router.resolve({ name }).path);

describe("the rail", () => {
  it.each([
    ["/knowledge/articles/12/edit", "knowledge"], ["/knowledge/work/due", "knowledge"], ["/doors/hotline/held", "doors"], ["/dispatching/precedents", "dispatching"],
    ["/dispatching/rules", "dispatch-rules"], ["/supervision/samples/3", "supervision-samples"], ["/supervision/business", "supervision"],
    ["/population/visits", "home-visits"], ["/boards", undefined], ["/cases/TS-1", undefined],
  ])("on %s lights %s", (path, name) => {
    expect(lit(path)).toBe(name);
  });
  it("lights nothing that a person is not shown", () => {
    expect(lit("/knowledge/work", pages.filter((page) => page.name !== "knowledge"))).toBeUndefined();
  });
});
