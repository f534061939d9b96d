/** The public help: what everybody may read, without a log-in. */
import { Refused } from "@chengyun/neighbour-core";
import { transport } from "./http";

export interface HelpHit {
  id: number;
  title: string;
  heading: string;
  passage: { text: string; mark: boolean }[];
  phones: { name: string; number: string }[];
  changed_on: string | null;
}
export interface HelpStart {
  topics: { id: number; name: string; count: number }[];
  popular: HelpHit[];
  articles: number;
}
export interface HelpFound {
  items: HelpHit[];
  next_cursor: string | null;
  corrected: string;
}
export interface HelpArticle extends HelpHit {
  text: string;
  unit: string;
  valid_until: string | null;
  sources: { name: string; url?: string; date?: string }[];
  files: { name: string; url: string }[];
}

async function take<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  const answer = await transport.ask(method, `/api/v1/help${path}`, body);
  if (answer.status < 200 || answer.status > 299) throw new Refused(answer);
  return answer.body as T;
}

export const help = {
  start: () => take<HelpStart>("GET", ""),
  search: (q: string, topic: number | null, cursor = "") => take<HelpFound>("POST", "/search", { q, topic, cursor }),
  read: (id: string) => take<HelpArticle>("GET", `/articles/${encodeURIComponent(id)}`),
  mark: (id: string, useful: boolean) => take<unknown>("POST", `/articles/${encodeURIComponent(id)}/useful`, { useful }),
};
