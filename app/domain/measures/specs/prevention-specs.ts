import { untrackedSpec, type UntrackedRow } from "./untracked-spec";

/** The rest of the prevention funnel: measures.md section 6. */
const rows: UntrackedRow[] = [
  ["REF-ACCEPT", "Accepted by provider and family within 30 days", "Aceptadas por el proveedor y la familia en 30 días", "referral", "up", "engine"],
  ["REF-T3", "First contact attempt within 3 days", "Primer intento de contacto en 3 días", "referral", "up", "engine"],
  ["REF-C10", "Two-way contact within 10 days", "Contacto logrado en 10 días", "referral", "up", "engine"],
  ["REF-WHY", "Reasons for not enrolling", "Motivos de no inscribirse", "referral", "context", "engine"],
  ["REF-WAIT", "Days from referral to first service", "Días desde la referencia hasta el primer servicio", "referral", "down", "engine"],
  ["ENG-30", "Two sessions in the first 30 days", "Dos sesiones en los primeros 30 días", "enrolment", "up", "engine"],
  ["DOSE-90", "Sessions received of those the model expects in 90 days", "Sesiones recibidas de las que el modelo espera en 90 días", "enrolment", "up", "engine"],
  ["COMPL", "Finished the program", "Terminaron el programa", "enrolment", "up", "engine"],
  ["FUNC-PP", "Better family functioning at the end of services", "Mejor funcionamiento familiar al final de los servicios", "caregiver", "up", "tool_scores"],
  ["OUT-KM", "Share with each later event over time", "Parte con cada evento posterior a lo largo del tiempo", "child", "down", "engine"],
  ["SVC-GAP", "Needs without a listed service", "Necesidades sin un servicio en la lista", "referral", "down", "search_log"],
  ["LIVED-EXP", "Families with lived experience in design and feedback", "Familias con experiencia vivida en el diseño y las opiniones", "session", "up", "feedback"],
  ["PREV-SPEND", "Prevention share of spending", "Parte del gasto dedicada a prevención", "dollar", "up", "spending"],
  ["EQ-DI", "Gap between groups", "Brecha entre grupos", "child", "context", "population"],
];

export const preventionSpecs = rows.map((row) => untrackedSpec("Portal core definitions", 100, row));
