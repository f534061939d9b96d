/** Saved views, columns of lists, and exports. */
import { client, download, take, type Downloaded } from "./client";
import type { Query } from "./types";

const one = (view: number) => ({ params: { path: { view_id: view } } });

export const views = {
  list: () => take(client.GET("/api/v1/views")),
  counts: () => take(client.GET("/api/v1/views/counts")),
  create: (view: { name: string; query: Query; columns: string[]; shared: boolean }) =>
    take(client.POST("/api/v1/views", { body: view })),
  change: (view: number, changes: { name?: string; query?: Query; columns?: string[]; shared?: boolean }) =>
    take(client.PATCH("/api/v1/views/{view_id}", { ...one(view), body: changes })),
  order: (ids: number[]) => take(client.PUT("/api/v1/views/order", { body: { ids } })),
  remove: (view: number) => take(client.DELETE("/api/v1/views/{view_id}", one(view))),
  columns: () => take(client.GET("/api/v1/views/columns")),
  keepColumns: (columns: string[]) => take(client.PUT("/api/v1/views/columns", { body: { columns } })),
};

export interface ExportWanted {
  format: "xlsx" | "csv";
  query: Query;
  sort: string;
  columns: string[];
  numbers: string[];
  reason: string;
  clear: boolean;
  view: number | null;
}
/** `onProgress`: bytes so far and, for CSV, rows so far. A workbook arrives only when it is whole. */
export function makeExport(wanted: ExportWanted, onProgress: (bytes: number, rows: number) => void, signal?: AbortSignal): Promise<Downloaded> {
  let [bytes, lines] = [0, 0];
  return download("/api/v1/exports", wanted, (piece) => {
    bytes += piece.length;
    if (wanted.format === "csv") for (const byte of piece) if (byte === 10) lines += 1;
    onProgress(bytes, Math.max(0, lines - 2));
  }, signal);
}
