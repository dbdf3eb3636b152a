/** Every address of the portal, for the server, which reaches pages through here alone. */
export { paths } from "~/paths";
