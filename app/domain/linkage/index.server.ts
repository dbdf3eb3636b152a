export { linkPersons } from "./link-persons.server";
export { undoLink } from "./undo-link.server";
