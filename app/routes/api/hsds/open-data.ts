import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { sendOpenData } from "./send-open-data.server";

/** /hsds and everything below it: the directory as open data, HSDS 3.1.1. */
export const loader = (args: LoaderFunctionArgs) => sendOpenData(args);
export const action = (args: ActionFunctionArgs) => sendOpenData(args);
