/** The residents' API over any transport: fetch in the page, uni.request in the mini-program. */
import type { Act, Around, Called, Code, DoorMap, Entered, HomeIn, Kept, Look, Me, Message, RequestIn, RequestRow, RequestTold, Start } from "./types";

export interface Answer {
  status: number;
  body: unknown;
}

export interface Transport {
  ask(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Answer>;
  upload(path: string, file: unknown): Promise<Answer>;
}

/** A refusal in the server's words; status 0 when nobody answered. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: Record<string, string>;

  constructor(answer: Answer) {
    const given = (answer.body ?? {}) as { title?: string; detail?: string; code?: string; errors?: { field: string; message: string }[] };
    super(given.title ?? "");
    this.status = answer.status;
    this.code = given.code ?? (answer.status === 0 ? "offline" : "fault");
    this.detail = given.detail ?? "";
    this.fields = Object.fromEntries((given.errors ?? []).map((one) => [one.field, one.message]));
  }
}

export class Door {
  private readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  private async take<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
    const answer = await this.transport.ask(method, `/api/v1/neighbour/${path}`, body);
    if (answer.status < 200 || answer.status > 299) throw new Refused(answer);
    return answer.body as T;
  }

  start = () => this.take<Start>("GET", "start");
  askCode = (phone: string) => this.take<Code>("POST", "codes", { phone });
  enter = (phone: string, code: string) => this.take<Entered>("POST", "session", { phone, code });
  enterByWechat = (wechat: string, wechat_phone: string) => this.take<Entered>("POST", "session", { wechat, wechat_phone, keep: true });
  enterKept = (phone: string, code: string) => this.take<Entered>("POST", "session", { phone, code, keep: true });
  leave = () => this.take<null>("DELETE", "session");
  change = (more: { name?: string; large_text?: boolean; by_sms?: boolean }) => this.take<Me>("POST", "me", more);
  cancel = () => this.take<null>("DELETE", "me");
  home = (given: Partial<HomeIn>) => this.take<Me>("POST", "home", given);
  around = () => this.take<Around>("GET", "around");
  look = (given: { text: string; address?: string; lng?: number | null; lat?: number | null; category_id?: number | null }) => this.take<Look>("POST", "look", given);
  map = () => this.take<DoorMap>("GET", "map");
  where = (lng: number, lat: number) => this.take<Called>("POST", "where", { lng, lat });
  raise = (given: Partial<RequestIn> & { uuid: string; text: string }) => this.take<RequestTold>("POST", "requests", given);
  requests = async () => (await this.take<{ items: RequestRow[] }>("GET", "requests")).items;
  request = (number: string) => this.take<RequestTold>("GET", `requests/${encodeURIComponent(number)}`);
  act = (number: string, given: Partial<Act> & { act: Act["act"] }) => this.take<RequestTold>("POST", `requests/${encodeURIComponent(number)}`, given);
  messages = async () => (await this.take<{ items: Message[] }>("GET", "messages")).items;
  read = (ids: string[]) => this.take<null>("POST", "messages/read", { ids });
  appeal = (text: string) => this.take<Me>("POST", "appeal", { text });

  async photo(file: unknown): Promise<Kept> {
    const answer = await this.transport.upload("/api/v1/neighbour/files", file);
    if (answer.status < 200 || answer.status > 299) throw new Refused(answer);
    return answer.body as Kept;
  }
}
