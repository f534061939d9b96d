import { describe, expect, it } from "vitest";
import { judge, moveAlong, nextPhotos, nextSending, pause, waiting, type Row } from "@/lib/rows";

let seq = 0;
const row = (lane: string, more: Partial<Row> = {}): Row => ({
  uuid: `u${++seq}`, seq, lane, kind: "act", title: "", about: "", madeAt: "", body: {}, blobs: [], blobField: "files", state: "waiting", tries: 0, version: 3, ...more,
});
const none = new Set<string>();

describe("what waits on the phone", () => {
  it("goes in the order in which it was made, and a lane that waits for a decision stops only itself", () => {
    const rows = [row("A"), row("A", { state: "decide" }), row("A"), row("B"), row("C", { state: "done" })];
    expect(nextSending(rows, none).map((one) => one.uuid)).toEqual([rows[0], rows[3]].map((one) => one?.uuid));
  });

  it("is not sent before its photos, nor is what comes after it in its case; others go on", () => {
    const rows = [row("A", { blobs: ["p1", "p2"] }), row("A"), row("B")];
    expect(nextSending(rows, new Set(["p1"])).map((one) => one.lane)).toEqual(["B"]);
    expect(nextPhotos(rows, new Set(["p1"]))).toEqual(["p2"]);
    expect(nextSending(rows, new Set(["p1", "p2"])).map((one) => one.lane)).toEqual(["A", "A", "B"]);
  });

  it("sends doors of other rooms one by one and never more than twenty commands", () => {
    const rows = [row("P", { kind: "post" }), ...Array.from({ length: 30 }, (_, at) => row(`L${at}`))];
    expect(nextSending(rows, none)).toHaveLength(1);
    expect(nextSending(rows.slice(1), none)).toHaveLength(20);
  });

  it("means the new version in all that was made on the old one", () => {
    const rows = [row("A"), row("A"), row("A", { version: 7 }), row("B")];
    expect(moveAlong(rows, rows[0] as Row, 4).map((one) => [one.uuid, one.version])).toEqual([[rows[1]?.uuid, 4]]);
  });

  it("tries again after what passes, asks the person about what does not, and drops nothing", () => {
    expect([0, 500, 503, 429, 424].map(judge)).toEqual(["later", "later", "later", "later", "later"]);
    expect([409, 404, 403, 422].map(judge)).toEqual(["decide", "decide", "decide", "decide"]);
    expect(judge(401)).toBe("login");
    expect([0, 1, 4, 50].map(pause)).toEqual([1, 2, 16, 60]);
    expect(waiting([row("A", { state: "decide" }), row("A", { state: "dropped" }), row("A")])).toHaveLength(2);
  });
});
