import zh from "@/i18n/zh/templateNames";

/** Names that templates know: they are Chinese, whatever the language of the page, because clerks write them. */
export const { templateNames, figureNames } = zh;
