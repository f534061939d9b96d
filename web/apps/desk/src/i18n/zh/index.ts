import admin from "./admin";
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
import shell from "./shell";
import system from "./system";

export default { ...common, ...system, admin, login, account, shell, notices, list, case: casePage, register, search, map, board, ...imports };
