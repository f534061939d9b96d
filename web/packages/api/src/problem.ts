import type { CaseRow } from "./types";

export interface FieldError {
  field: string;
  message: string;
}

/** A refusal by the server (RFC 9457), or, with status 0, no answer at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: FieldError[];
  readonly current: Partial<CaseRow> | null;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === "string" ? body.title : "";
    super(title || `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.code = typeof body.code === "string" ? body.code : "";
    this.title = title;
    this.detail = typeof body.detail === "string" ? body.detail : "";
    this.requestId = typeof body.request_id === "string" ? body.request_id : "";
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : [];
    this.current = (body.current as Partial<CaseRow> | undefined) ?? null;
    this.body = body;
  }

  /** True when the server could not be reached: nothing was changed, trying again is safe. */
  get offline(): boolean {
    return this.status === 0;
  }
}
