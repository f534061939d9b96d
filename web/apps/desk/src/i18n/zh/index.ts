import board from "./board";
import casePage from "./case";
import common from "./common";
import imports from "./imports";
import list from "./list";
import login from "./login";
import register from "./register";
import shell from "./shell";

export default { ...common, login, shell, list, case: casePage, register, board, ...imports };
