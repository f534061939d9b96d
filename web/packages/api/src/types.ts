/** The nouns that the pages work with, named after the generated schema. Times are ISO 8601 strings with offset. */
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

export type CaseRow = Schemas["CaseRow"];
export type Case = Schemas["CasePage"];
export type CaseList = Schemas["CaseList"];
export type Clock = Schemas["ClockOut"];
export type Assignment = Schemas["AssignmentOut"];
export type Callback = Schemas["CallbackOut"];
export type Attachment = Schemas["FileOut"];
export type TimelineEvent = Schemas["EventOut"];
export type Done = Schemas["Done"];
export type CaseIn = Schemas["CaseIn"];
export type WorkList = Schemas["WorkListOut"];
export type Notice = Schemas["NoticeOut"];
export type SavedView = Schemas["ViewOut"];
export type Unmasked = Schemas["Unmasked"];

export type CaseMap = Schemas["CaseMap"];
export type MapFeature = Schemas["MapFeature"];
export type BaseMap = Schemas["BaseMapOut"];

export type CaseQuery = NonNullable<paths["/api/v1/cases"]["get"]["parameters"]["query"]>;
/** A filter as it stands in an address: names and values of CaseQuery as text. */
export type Query = Record<string, string>;

export interface Coded {
  code: string;
  name: string;
}
export interface Ref {
  id: number;
  name: string;
}
export interface DemoAccount {
  username: string;
  name?: string;
  role: string;
  password?: string;
}
export type Session = Schemas["SessionOut"] & { demo_accounts?: DemoAccount[] };
/** What a logged-out visitor learns (body of the 401). */
export interface Anonymous {
  password_min_length?: number;
  csrf_token?: string;
  district?: Schemas["DistrictOut"] | null;
  demo_accounts?: DemoAccount[];
  /** The ways to sign in beside the password that are of use here. */
  sign_in?: { ways: { code: string; name: string; protocol: string }[]; passkeys: boolean };
}

export interface Field {
  name: string;
  label: string;
  /** See components/fields: one form control for each. */
  type: string;
  required: boolean;
  options?: Coded[] | null;
  default?: unknown;
  help?: string | null;
  min?: number;
  max?: number;
  min_length?: number;
  under?: string;
  /** Help beside the field: "reply" is looked at while it is written. */
  assist?: string;
}
export type ActionOffer = Omit<Schemas["ActionOffer"], "fields"> & { fields: Field[] };

export interface StateMeta extends Coded {
  name_en: string;
  phase: string;
  tone: string;
  open: boolean;
}
export interface ActionMeta extends Coded {
  name_en: string;
  side: string;
  bulk: boolean;
  tone: string;
  fields?: Field[];
  confirm?: string | null;
}
export interface LifecycleMeta extends Coded {
  name_en: string;
  initial: string;
  states: StateMeta[];
  actions: ActionMeta[];
  stages: Coded[];
}
export interface CategoryMeta extends Ref, Coded {
  lifecycle: string;
  parent_id: number | null;
  path_name: string;
  pinyin: string;
  initials: string;
  keywords?: string[];
  selectable?: boolean;
}
export interface UnitMeta extends Ref, Coded {
  short_name: string;
  kind: string;
  parent_id: number | null;
  pinyin: string;
}
export interface AreaMeta extends Ref, Coded {
  level: string;
  parent_id: number | null;
  pinyin: string;
}
export interface Script {
  code: string;
  category_id: number | null;
  medium: string;
  text: string;
  questions: unknown;
}
export interface Meta {
  lifecycles: LifecycleMeta[];
  kinds: (Coded & { lifecycle?: string })[];
  categories: CategoryMeta[];
  channels: Coded[];
  units: UnitMeta[];
  areas: AreaMeta[];
  return_reasons: (Coded & { needs_basis: boolean; needs_suggestion: boolean })[];
  outcomes: (Coded & { needs_reason: boolean; needs_review_date: boolean })[];
  satisfaction: Coded[];
  urgencies: Coded[];
  flags: Coded[];
  scripts: Script[];
}

export type PlaceHit = Schemas["FoundPlace"];
export type Located = Schemas["LocatedOut"];
export type Ring = number[][];
export interface Outline {
  properties: { id: number; code: string; name: string };
  bbox: [number, number, number, number];
  geometry: { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };
}
export interface ImportJob {
  id: string;
  channel: Coded;
  file_name: string;
  columns: string[];
  state: string;
  state_name: string;
  message: string;
  mapping_name: string;
  fields: Record<string, ImportSource>;
  options: Record<string, unknown>;
  counts: { total: number; done: number; created: number; unchanged: number; failed: number };
  started_by: string;
  created_at: string;
  finished_at: string | null;
}
/** Where the value of a field comes from in a file. */
export interface ImportSource {
  column?: string;
  template?: string;
  constant?: string;
  values?: Record<string, string>;
  default?: string;
}
export interface ImportReceived extends ImportJob {
  sample: Record<string, string>[];
  suggested: { name: string; fields: Record<string, ImportSource>; options: Record<string, unknown> };
  fields_known: Record<string, string>;
}
export interface ImportPreview {
  checked: number;
  failed: number;
  total: number;
  rows: {
    row: number;
    errors: { field?: string; column?: string; message: string }[];
    case: Record<string, unknown> | null;
  }[];
}
export interface Uploaded {
  id: string;
  name: string;
  kind: string;
  size: number;
}
export interface BulkResult {
  number: string;
  ok: boolean;
  problem?: { title: string; detail?: string };
}
