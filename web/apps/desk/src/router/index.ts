import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from "vue-router";
import { MASTER_DATA, pages } from "@/lib/pages";
import { reportBroken } from "@/lib/broken";
import ErrorPage from "@/pages/ErrorPage.vue";
import { useMeta } from "@/stores/meta";
import { useSession } from "@/stores/session";

declare module "vue-router" {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string;
    /** Without the shell. */
    bare?: boolean;
    /** Open to visitors. */
    open?: boolean;
    /** Any one of these permissions opens the page. */
    needs?: string[];
  }
}

/** "202610" as messages write a month, "2026-10" as pages do. */
const monthOf = (id: string | string[] | undefined) => String(id).replace(/^(\d{4})(\d{2})$/, "$1-$2");
const EditArticlePage = () => import("@/pages/knowledge/EditArticlePage.vue");
const ListPage = () => import("@/pages/ListPage.vue");

export const routes: RouteRecordRaw[] = [
  { path: "/", name: "home", component: ErrorPage, props: { kind: "nothing" }, meta: { title: "errorPage.nothing" } },
  { path: "/login", name: "login", component: () => import("@/pages/LoginPage.vue"), meta: { title: "login.title", bare: true, open: true } },
  { path: "/set-password", name: "one-time", component: () => import("@/pages/PasswordPage.vue"), meta: { title: "login.setTitle", bare: true, open: true } },
  { path: "/password", name: "password", component: () => import("@/pages/PasswordPage.vue"), meta: { title: "login.changeTitle", bare: true } },
  { path: "/second-factor", name: "second-factor", component: () => import("@/pages/account/SecondFactorPage.vue"), meta: { title: "account.factor.mustTitle", bare: true } },
  { path: "/account", name: "safety", component: () => import("@/pages/account/SafetyPage.vue"), meta: { title: "account.title" } },
  { path: "/admin/reads", name: "reads", component: () => import("@/pages/admin/ReadAuditPage.vue"), meta: { title: "reads.title", needs: ["audit.reads"] } },
  { path: "/doors", name: "doors", component: () => import("@/pages/doors/DoorsPage.vue"), meta: { title: "doors.title", needs: ["channel.manage", "inbound.handle", "writeback.view"] } },
  { path: "/doors/:code/:tab(connect|held|out|tokens)?", name: "door", component: () => import("@/pages/doors/DoorPage.vue"), meta: { title: "doors.title", needs: ["channel.manage", "inbound.handle", "writeback.view"] } },
  { path: "/copied/:code?", name: "copied", component: () => import("@/pages/doors/CopiedPage.vue"), meta: { title: "doors.copy.title", needs: ["case.register"] } },
  { path: "/webhooks/:tab(log|catalogue)?", name: "webhooks", component: () => import("@/pages/admin/WebhooksPage.vue"), meta: { title: "webhooks.title", needs: ["webhook.view"] } },
  { path: "/system-tokens", name: "api-tokens", component: () => import("@/pages/admin/ApiTokensPage.vue"), meta: { title: "tokens.title", needs: ["account.manage"] } },
  { path: "/admin/sign-in-ways", name: "sign-in-ways", component: () => import("@/pages/admin/SignInWaysPage.vue"), meta: { title: "signIn.title", needs: ["signin.manage"] } },
  { path: "/admin/jobs", name: "jobs", component: () => import("@/pages/admin/JobsPage.vue"), meta: { title: "jobs.title", needs: ["job.manage"] } },
  { path: "/admin/system", name: "system", component: () => import("@/pages/admin/SystemPage.vue"), meta: { title: "system.title", needs: ["system.view"] } },
  { path: "/admin/logins", name: "log-ins", component: () => import("@/pages/admin/LoginLogPage.vue"), meta: { title: "account.log.title", needs: ["audit.read", "account.manage"] } },
  { path: "/lists/:worklist?", name: "work", component: ListPage, meta: { title: "list.title", needs: ["case.view"] } },
  { path: "/cases", name: "cases", component: ListPage, meta: { title: "list.all", needs: ["case.view"] } },
  { path: "/cases/:number/compare/:other?", name: "compare", component: () => import("@/pages/ComparePage.vue"), meta: { title: "repeats.title", needs: ["case.view"] } },
  { path: "/cases/:number", name: "case", component: () => import("@/pages/CasePage.vue"), meta: { title: "case.title", needs: ["case.view"] } },
  { path: "/register", name: "register", component: () => import("@/pages/RegisterPage.vue"), meta: { title: "register.title", needs: ["case.register"] } },
  { path: "/board", name: "board", component: () => import("@/pages/BoardPage.vue"), meta: { title: "board.title", needs: ["case.board"] } },
  { path: "/insight/analysis", name: "analysis", component: () => import("@/pages/AnalysisPage.vue"), meta: { title: "analysis.title", needs: ["case.board"] } },
  { path: "/insight/warnings/:id(\\d+)?", name: "warnings", component: () => import("@/pages/WarningsPage.vue"), meta: { title: "warnings.title", needs: ["warning.view"] } },
  { path: "/insight/hot/:id(\\d+)?", name: "hot", component: () => import("@/pages/HotPage.vue"), meta: { title: "hot.title", needs: ["hot.view"] } },
  { path: "/insight/reports/:id(\\d+)?", name: "reports", component: () => import("@/pages/ReportsPage.vue"), meta: { title: "reports.title", needs: ["report.view"] } },
  { path: "/budget/:id(\\d+)?", name: "budget", component: () => import("@/pages/BudgetPage.vue"), meta: { title: "budget.title", needs: ["budget.view"] } },
  { path: "/insight/query", name: "query", component: () => import("@/pages/QueryPage.vue"), meta: { title: "reports.query.title", needs: ["case.board"] } },
  { path: "/admin/open311/:tab(keys|matters|tests)?", name: "open311", component: () => import("@/pages/Open311Page.vue"), meta: { title: "open311.title", needs: ["open311.view", "open311.publish"] } },
  { path: "/neighbours/:tab(messages|shown|restrictions|cards)?", name: "neighbours", component: () => import("@/pages/NeighboursPage.vue"), meta: { title: "neighbours.title", needs: ["neighbour.view", "neighbour.notice", "neighbour.moderate", "neighbour.block"] } },
  { path: "/supervision/:id(\\d+)?", name: "supervision", component: () => import("@/pages/supervision/OrdersPage.vue"), meta: { title: "supervision.title", needs: ["supervision.view", "supervision.discipline"] } },
  { path: "/supervision/programmes/:id(\\d+)?", name: "supervision-programmes", component: () => import("@/pages/supervision/ProgrammesPage.vue"), meta: { title: "supervision.programme.title", needs: ["supervision.view"] } },
  { path: "/supervision/business/:id(\\d+)?", name: "supervision-business", component: () => import("@/pages/supervision/BusinessPage.vue"), meta: { title: "supervision.business.title", needs: ["supervision.business", "supervision.discipline"] } },
  { path: "/supervision/samples/:id(\\d+)?", name: "supervision-samples", component: () => import("@/pages/supervision/SamplesPage.vue"), meta: { title: "supervision.sample.title", needs: ["quality.review"] } },
  { path: "/grids/:id(\\d+)?", name: "grids", component: () => import("@/pages/GridsPage.vue"), meta: { title: "grids.title", needs: ["place.plan", "place.approve"] } },
  { path: "/patrols/:tab(coverage|ranking|plans|records|checks)?", name: "patrols", component: () => import("@/pages/fieldwork/PatrolsPage.vue"), meta: { title: "fieldwork.title", needs: ["fieldwork.view"] } },
  { path: "/callups/:id(\\d+)?", name: "callups", component: () => import("@/pages/fieldwork/CallsPage.vue"), meta: { title: "fieldwork.calls.title", needs: ["fieldwork.call_view"] } },
  { path: "/handsets/:id(\\d+)?", name: "handsets", component: () => import("@/pages/fieldwork/HandsetsPage.vue"), meta: { title: "fieldwork.handsets.title", needs: ["fieldwork.view", "fieldwork.handsets", "fieldwork.survey"] } },
  { path: "/population/visits/:id(\\d+)?", name: "home-visits", component: () => import("@/pages/population/VisitsPage.vue"), meta: { title: "population.visits.title", needs: ["population.assign", "population.visit"] } },
  { path: "/population/:id(\\d+)?", name: "homes", component: () => import("@/pages/population/HomesPage.vue"), meta: { title: "population.title", needs: ["population.view"] } },
  { path: "/grid-staff/:tab(posts|training|exams|mine)?/:id(\\d+)?", name: "grid-staff", component: () => import("@/pages/fieldwork/StaffPage.vue"), meta: { title: "gridStaff.title", needs: ["staff.view", "staff.learn"] } },
  { path: "/components/:id(\\d+)?", name: "components", component: () => import("@/pages/ComponentsPage.vue"), meta: { title: "streetComponents.title", needs: ["component.view"] } },
  { path: "/knowledge", name: "knowledge", component: () => import("@/pages/knowledge/KnowledgePage.vue"), meta: { title: "knowledge.title", needs: ["knowledge.view"] } },
  { path: "/knowledge/articles/:id(\\d+)", name: "article", component: () => import("@/pages/knowledge/ArticlePage.vue"), meta: { title: "knowledge.title", needs: ["knowledge.view"] } },
  { path: "/knowledge/articles/new", name: "article-new", component: EditArticlePage, meta: { title: "knowledge.search.write", needs: ["knowledge.propose", "knowledge.publish"] } },
  { path: "/knowledge/articles/:id(\\d+)/edit", name: "article-edit", component: EditArticlePage, meta: { title: "knowledge.edit.change", needs: ["knowledge.propose", "knowledge.publish"] } },
  { path: "/knowledge/work/:list([\\w-]+)?", name: "knowledge-work", component: () => import("@/pages/knowledge/WorkPage.vue"), meta: { title: "knowledge.tabs.work", needs: ["knowledge.view"] } },
  { path: "/knowledge/board", name: "knowledge-board", component: () => import("@/pages/knowledge/BoardPage.vue"), meta: { title: "knowledge.tabs.board", needs: ["knowledge.board"] } },
  { path: "/knowledge/rules", name: "knowledge-rules", component: () => import("@/pages/knowledge/RulesLibraryPage.vue"), meta: { title: "knowledge.tabs.rules", needs: ["knowledge.view"] } },
  { path: "/knowledge/import", name: "knowledge-import", component: () => import("@/pages/knowledge/ImportArticlesPage.vue"), meta: { title: "knowledge.tabs.import", needs: ["knowledge.propose", "knowledge.publish"] } },
  { path: "/writebacks/:id(\\d+)?", name: "writebacks", component: () => import("@/pages/WriteBacksPage.vue"), meta: { title: "writebacks.title", needs: ["writeback.view"] } },
  { path: "/replies", name: "replies", component: () => import("@/pages/RepliesPage.vue"), meta: { title: "replies.page.title", needs: ["reply.quality"] } },
  { path: "/appraisal/indicators/:code([\\w-]+)?", name: "indicators", component: () => import("@/pages/IndicatorsPage.vue"), meta: { title: "indicators.title", needs: ["indicator.view"] } },
  { path: "/appraisal/scores/:tab(appeals|schemes)?", name: "scores", component: () => import("@/pages/ScoresPage.vue"), meta: { title: "scores.title", needs: ["score.view"] } },
  { path: "/appraisal/appeals/:id(\\d{6})", name: "score-appeals", redirect: (to) => ({ name: "scores", params: { tab: "appeals" }, query: { month: monthOf(to.params.id) } }) },
  { path: "/appraisal/months/:id(\\d{6})", name: "score-month", redirect: (to) => ({ name: "scores", query: { month: monthOf(to.params.id) } }) },
  { path: "/appraisal/ratings/:id(\\d+)?", name: "ratings", component: () => import("@/pages/RatingsPage.vue"), meta: { title: "scores.ratingsTitle", needs: ["score.rate_units", "score.rate_third", "score.rate_public", "score.manage"] } },
  { path: "/notices", name: "notices", component: () => import("@/pages/NoticesPage.vue"), meta: { title: "shell.bell.title" } },
  { path: "/digests/:id(\\d+)?", name: "digest", component: () => import("@/pages/DigestPage.vue"), meta: { title: "notices.digest.title", needs: ["case.board"] } },
  { path: "/dispatching", name: "dispatching", component: () => import("@/pages/DispatchingPage.vue"), meta: { title: "dispatch.page.title", needs: ["dispatching.view"] } },
  { path: "/import", name: "import", component: () => import("@/pages/ImportPage.vue"), meta: { title: "imports.title", needs: ["case.import"] } },
  { path: "/dispatching/rules", name: "dispatch-rules", component: () => import("@/pages/dispatching/RulesPage.vue"), meta: { title: "dispatchRules.title", needs: ["dispatching.view"] } },
  { path: "/dispatching/precedents", name: "precedents", component: () => import("@/pages/dispatching/PrecedentsPage.vue"), meta: { title: "dispatchRules.precedents.title", needs: ["dispatching.view"] } },
  { path: "/admin/masterdata/:kind?", name: "masterdata", component: () => import("@/pages/MasterDataPage.vue"), meta: { title: "admin.title", needs: [...MASTER_DATA, "dispatching.view"] } },
  { path: "/welcome", name: "nothing", component: ErrorPage, props: { kind: "nothing" }, meta: { title: "errorPage.nothing" } },
  { path: "/forbidden", name: "forbidden", component: ErrorPage, props: { kind: "forbidden" }, meta: { title: "errorPage.forbidden" } },
  { path: "/:path(.*)*", name: "missing", component: ErrorPage, props: { kind: "notFound" }, meta: { title: "errorPage.notFound" } },
];

export const router = createRouter({ history: createWebHistory(), routes });

/** The first page that is of use to a person: the work lists, or what their role is for. */
export function homeFor(can: (permission: string) => boolean): { name: string } {
  if (can("case.view")) return { name: "work" };
  return { name: pages.find((page) => !page.needs || page.needs.some(can))?.name ?? "nothing" };
}

/** Whether a person may open a page of this route. */
export function mayOpen(needs: string[] | undefined, can: (permission: string) => boolean): boolean {
  return !needs || needs.some(can);
}

async function guard(to: RouteLocationNormalized) {
  const session = useSession();
  if (!session.asked) await session.load();
  if (to.name === "one-time" && !to.hash) return { name: session.session ? "password" : "login" };
  if (!session.session) return to.meta.open ? true : { name: "login", query: { next: to.fullPath } };
  if (session.mustChange && to.name !== "password") return { name: "password" };
  if (session.session.must === "second_factor" && to.name !== "second-factor") return { name: "second-factor" };
  if (to.name === "second-factor" && session.session.must !== "second_factor") return { name: "safety" };
  if (to.name === "login" || to.name === "home") return homeFor(session.can);
  const meta = useMeta();
  if (!meta.meta && !to.meta.bare && session.can("case.view")) await meta.load();
  return mayOpen(to.meta.needs, session.can) ? true : { name: "forbidden", query: { from: to.fullPath } };
}

let heading = false;
/** Whether somebody is on the way to another page: an old page that fills in its own address then turns nobody back. */
export const underWay = (): boolean => heading;
router.beforeEach(() => void (heading = true));
router.beforeEach(guard);
router.afterEach(() => void (heading = false));
const RELOADED = "chengyun.reloaded";
/**
 * After an upgrade the files of the page that is open are gone. It is then loaded anew, once; drafts are kept.
 */
router.onError((error, to) => {
  heading = false;
  const gone = error instanceof Error && /dynamically imported module|preload CSS|module script failed/i.test(error.message);
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (!gone || Date.now() - last < 30_000) return reportBroken(error);
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.assign(to.fullPath);
});
