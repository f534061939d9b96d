import { createRouter, createWebHashHistory } from "vue-router";
import { state } from "./state";

/** Hash addresses: one static page serves all, also inside WeChat. */
export const router = createRouter({
  history: createWebHashHistory("/neighbour/"),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: "/", component: () => import("./pages/HomePage.vue"), meta: { tab: "home" } },
    { path: "/login", component: () => import("./pages/LoginPage.vue"), meta: { title: "login.title" } },
    { path: "/raise", component: () => import("./pages/RaisePage.vue"), meta: { title: "home.raise", needs: true } },
    { path: "/requests", component: () => import("./pages/RequestsPage.vue"), meta: { tab: "requests", needs: true } },
    { path: "/requests/:number", component: () => import("./pages/RequestPage.vue"), props: true, meta: { title: "requests.title", needs: true } },
    { path: "/around", component: () => import("./pages/AroundPage.vue"), meta: { tab: "around" } },
    { path: "/mine", component: () => import("./pages/MinePage.vue"), meta: { tab: "mine" } },
    { path: "/home", component: () => import("./pages/HomeGridPage.vue"), meta: { title: "homeGrid.title", needs: true } },
    { path: "/messages", component: () => import("./pages/MessagesPage.vue"), meta: { title: "messages.title", needs: true } },
    { path: "/help", component: () => import("./pages/HelpPage.vue"), meta: { title: "help.title" } },
    { path: "/help/:id(\\d+)", component: () => import("./pages/HelpArticlePage.vue"), props: true, meta: { title: "help.title" } },
    { path: "/:rest(.*)*", redirect: "/" },
  ],
});

router.beforeEach((to) => (to.meta.needs && !state.me ? { path: "/login", query: { next: to.fullPath } } : true));
