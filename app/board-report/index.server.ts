export { drawReport } from "./draw-report.server";
export { findPrinter, printPdf } from "./print-pdf.server";
export { styleHash } from "./style-hash.server";
