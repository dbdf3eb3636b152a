import { untrackedSpec, type UntrackedRow } from "./untracked-spec";

/** California's own measures: measures.md section 4. */
const rates: UntrackedRow[] = [
  ["CA-PR1", "Report rate per 1,000 children", "Tasa de reportes por 1,000 niños", "child", "down", "population"],
  ["CA-PR2", "Confirmed report rate per 1,000 children", "Tasa de reportes confirmados por 1,000 niños", "child", "down", "population"],
  ["CA-PR3", "Entry rate per 1,000 children", "Tasa de entrada por 1,000 niños", "child", "down", "population"],
  ["CA-PR4", "Children in care per 1,000", "Niños en cuidado por 1,000", "child", "down", "population"],
];

const shares: UntrackedRow[] = [
  ["CA-1C", "Abuse or neglect in foster care (historic)", "Maltrato en cuidado temporal (histórico)", "child", "down", "perpetrator"],
  ["CA-2A", "Recurrence where children were not removed", "Maltrato repetido cuando los niños no fueron separados", "child", "down", "engine"],
  ["CA-2B", "Timely response to reports", "Respuesta a tiempo a los reportes", "referral", "up", "contacts"],
  ["CA-2D", "Timely response, completed contacts", "Respuesta a tiempo, contactos logrados", "referral", "up", "contacts"],
  ["CA-2F", "Monthly visits, out of home", "Visitas mensuales, fuera del hogar", "child_month", "up", "contacts", "placements"],
  ["CA-2S", "Monthly visits, in home", "Visitas mensuales, en el hogar", "child_month", "up", "contacts", "cases"],
  ["CA-4A-ALL", "Placed with all siblings", "Ubicados con todos sus hermanos", "child", "up", "siblings", "placements"],
  ["CA-4A-SOME", "Placed with all or some siblings", "Ubicados con todos o algunos hermanos", "child", "up", "siblings", "placements"],
  ["CA-4B1", "Least restrictive first placement", "Primera ubicación menos restrictiva", "child", "up", "placements"],
  ["CA-4B2", "Least restrictive placement, most days", "Ubicación menos restrictiva, la mayoría de los días", "child", "up", "placements"],
  ["CA-4B3", "Least restrictive placement on a date", "Ubicación menos restrictiva en una fecha", "child", "up", "placements"],
  ["CA-4E", "Placement of children with tribal ties", "Ubicación de niños con lazos tribales", "child", "up", "tribal_placement", "placements"],
  ["CA-5A", "Health and education passport", "Pasaporte de salud y educación", "child", "up", "health_exams"],
  ["CA-5B", "Timely medical and dental exams", "Exámenes médicos y dentales a tiempo", "child", "up", "health_exams"],
  ["CA-5F", "Psychotropic medicine authorized", "Medicamento psicotrópico autorizado", "youth", "context", "health_exams"],
  ["CA-6B", "Individual education plan", "Plan educativo individual", "child", "context", "education"],
  ["CA-6X", "School progress, attendance and stability", "Progreso, asistencia y estabilidad escolar", "child", "up", "education"],
  ["CA-8A", "Youth leaving care: diploma, job, housing, connections", "Jóvenes que salen: diploma, trabajo, vivienda, vínculos", "youth", "up", "youth_exit_survey"],
];

export const californiaSpecs = [
  ...rates.map((row) => untrackedSpec("C-CFSR / CCWIP", 1000, row)),
  ...shares.map((row) => untrackedSpec("C-CFSR / CCWIP", 100, row)),
];
