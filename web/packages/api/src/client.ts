import createClient, { type Middleware } from "openapi-fetch";
import { Problem } from "./problem";
import type { paths } from "./schema";

/** Everything that every request carries, kept in one place so that pages need not know. */
export interface Ground {
  csrfToken: string;
  language: string;
  /** Called when the server says that nobody is logged in (any more). */
  onLoggedOut: () => void;
  /** Called after each exchange: whether the server answered. */
  onExchange: (reached: boolean) => void;
}

export const ground: Ground = {
  csrfToken: "",
  language: "zh-CN",
  onLoggedOut: () => undefined,
  onExchange: () => undefined,
};

/** Answers of 401 here are ordinary (log-in page), not the end of a session. */
const OPEN_PATHS = new Set([
  "/api/v1/session", "/api/v1/session/one-time", "/api/v1/session/passkey", "/api/v1/session/passkey/options", "/api/v1/session/second",
]);

const carry: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", ground.language);
    if (request.method !== "GET") request.headers.set("X-CSRFToken", ground.csrfToken);
    return request;
  },
  onResponse({ response, schemaPath }) {
    ground.onExchange(true);
    if (response.status === 401 && !OPEN_PATHS.has(schemaPath)) ground.onLoggedOut();
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === "AbortError") return error;
    ground.onExchange(false);
    return new Problem(0, {});
  },
};

export const client = createClient<paths>({
  // Looked up at each call, so that tests may stand in for the network.
  fetch: (request) => globalThis.fetch(request),
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  credentials: "same-origin",
});
client.use(carry);

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer of a call, or a Problem thrown. */
export async function take<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await outcome;
  if (response.ok) return data as T;
  const fields = error && typeof error === "object" ? (error as Record<string, unknown>) : {};
  throw new Problem(response.status, {
    request_id: response.headers.get("x-request-id") ?? "",
    retry_after: response.headers.get("retry-after") ?? "",
    ...fields,
  });
}

export interface Downloaded {
  blob: Blob;
  name: string;
  headers: Headers;
}

/** A file that the server makes for a request, piece by piece as it arrives. Throws a Problem, or AbortError. */
export async function download(path: string, body: unknown, onPiece: (piece: Uint8Array) => void, signal?: AbortSignal): Promise<Downloaded> {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": ground.csrfToken, "Accept-Language": ground.language };
  try {
    const response = await globalThis.fetch(new Request(`${location.origin}${path}`, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin", signal }));
    ground.onExchange(true);
    if (!response.ok) {
      if (response.status === 401) ground.onLoggedOut();
      throw new Problem(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>);
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      pieces.push(part.value as Uint8Array<ArrayBuffer>);
      onPiece(part.value);
    }
    const told = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
    return { blob: new Blob(pieces, { type: response.headers.get("content-type") ?? "" }), name: decodeURIComponent(told), headers: response.headers };
  } catch (error) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === "AbortError")) throw error;
    ground.onExchange(false);
    throw new Problem(0, {});
  }
}

type Value = string | number | boolean | null | undefined;

export function queryText(values: Record<string, Value>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}

export interface UploadHandle<T> {
  done: Promise<T>;
  abort: () => void;
}

/** Send a form with progress (0–1); fetch cannot tell how much has left. */
export function upload<T>(path: string, form: FormData, onProgress: (share: number) => void): UploadHandle<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open("POST", path);
    request.setRequestHeader("X-CSRFToken", ground.csrfToken);
    request.setRequestHeader("Accept-Language", ground.language);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => {
      ground.onExchange(false);
      reject(new Problem(0, {}));
    };
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.onload = () => {
      let body: Record<string, unknown>;
      try {
        body = JSON.parse(request.responseText) as Record<string, unknown>;
      } catch {
        body = {};
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new Problem(request.status, body));
    };
    request.send(form);
  });
  return { done, abort: () => request.abort() };
}
