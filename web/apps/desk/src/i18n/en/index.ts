import admin from "./admin";
import { english } from "@/lib/serverText";
import type { Messages } from "..";
import account from "./account";
import board from "./board";
import casePage from "./case";
import common from "./common";
import dispatch from "./dispatch";
import dispatchRules from "./dispatchRules";
import hot from "./hot";
import imports from "./imports";
import list from "./list";
import login from "./login";
import map from "./map";
import notices from "./notices";
import register from "./register";
import repeats from "./repeats";
import replies from "./replies";
import search from "./search";
import { masterTexts } from "./masterServer";
import { serverTexts } from "./server";
import shell from "./shell";
import system from "./system";
import warnings from "./warnings";

Object.assign(english, masterTexts, serverTexts);

const messages: Messages = { ...common, ...system, admin, login, account, shell, notices, list, case: casePage, register, repeats, replies, search, map, board, dispatch, dispatchRules, warnings, hot, ...imports };
export default messages;
