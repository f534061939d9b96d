export { default as CyCombobox } from "./components/CyCombobox.vue";
export { default as CyEmpty } from "./components/CyEmpty.vue";
export { default as CyIcon } from "./components/CyIcon.vue";
export { default as CySkeleton } from "./components/CySkeleton.vue";
export { default as CySplit } from "./components/CySplit.vue";
export { default as CyTag } from "./components/CyTag.vue";
export { icons, type IconName } from "./icons";
export { matchChoices, type Choice } from "./choices";
export { toneIcons, toneOf, type Tone } from "./tones";
