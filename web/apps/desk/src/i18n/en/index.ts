import { english } from "@/lib/serverText";
import type { Messages } from "..";
import board from "./board";
import casePage from "./case";
import common from "./common";
import imports from "./imports";
import list from "./list";
import login from "./login";
import register from "./register";
import { serverTexts } from "./server";
import shell from "./shell";

Object.assign(english, serverTexts);

const messages: Messages = { ...common, login, shell, list, case: casePage, register, board, ...imports };
export default messages;
