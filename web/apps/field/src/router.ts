import { createRouter, createWebHistory } from "vue-router";
import { app } from "./lib/app";

export const router = createRouter({
  history: createWebHistory("/field/"),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: "/login", component: () => import("./pages/LoginPage.vue"), meta: { open: true } },
    { path: "/", component: () => import("./pages/TodayPage.vue"), meta: { tab: true } },
    { path: "/tasks/:number", component: () => import("./pages/TaskPage.vue"), props: true },
    { path: "/visits/:id", component: () => import("./pages/VisitPage.vue"), props: true },
    { path: "/report", component: () => import("./pages/ReportPage.vue"), meta: { tab: true } },
    { path: "/call", component: () => import("./pages/CallPage.vue") },
    { path: "/map", component: () => import("./pages/MapPage.vue"), meta: { tab: true } },
    { path: "/notices", component: () => import("./pages/NoticesPage.vue"), meta: { tab: true } },
    { path: "/know", component: () => import("./pages/KnowPage.vue") },
    { path: "/know/:id(\\d+)", component: () => import("./pages/KnowArticlePage.vue"), props: true },
    { path: "/me", component: () => import("./pages/MePage.vue"), meta: { tab: true } },
    { path: "/records", component: () => import("./pages/RecordsPage.vue") },
    { path: "/records/:uuid", component: () => import("./pages/DecidePage.vue"), props: true },
    { path: "/:rest(.*)", redirect: "/" },
  ],
});
router.beforeEach((to) => (app.who || to.meta.open ? true : "/login"));
