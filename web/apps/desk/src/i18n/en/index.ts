import admin from "./admin";
import { english } from "@/lib/serverText";
import type { Messages } from "..";
import account from "./account";
import board from "./board";
import casePage from "./case";
import common from "./common";
import imports from "./imports";
import list from "./list";
import login from "./login";
import map from "./map";
import notices from "./notices";
import register from "./register";
import search from "./search";
import { masterTexts } from "./masterServer";
import { serverTexts } from "./server";
import shell from "./shell";
import system from "./system";

Object.assign(english, masterTexts, serverTexts);

const messages: Messages = { ...common, ...system, admin, login, account, shell, notices, list, case: casePage, register, search, map, board, ...imports };
export default messages;
