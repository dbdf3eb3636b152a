import type { ElementCode, MeasureSpec } from "../measure-spec";
import { describeSpec } from "./describe-spec";

type Row = [
  id: string,
  en: string,
  es: string,
  unit: MeasureSpec["unit"],
  direction: MeasureSpec["direction"],
  missing: ElementCode,
];

const california: Row[] = [
  [
    "CA-1C",
    "Abuse or neglect in foster care (historic)",
    "Maltrato en cuidado temporal (histórico)",
    ...(["child", "down", "perpetrator"] as const),
  ],
  [
    "CA-4E",
    "Placement of children with tribal ties",
    "Ubicación de niños con lazos tribales",
    ...(["child", "up", "tribal_placement"] as const),
  ],
  ["CA-5A", "Health and education passport", "Pasaporte de salud y educación", "child", "up", "health_exams"],
  [
    "CA-5B",
    "Timely medical and dental exams",
    "Exámenes médicos y dentales a tiempo",
    ...(["child", "up", "health_exams"] as const),
  ],
  [
    "CA-5F",
    "Psychotropic medicine authorized",
    "Medicamento psicotrópico autorizado",
    ...(["youth", "context", "health_exams"] as const),
  ],
  ["CA-6B", "Individual education plan", "Plan educativo individual", "child", "context", "education"],
  [
    "CA-6X",
    "School progress, attendance and stability",
    "Progreso, asistencia y estabilidad escolar",
    ...(["child", "up", "education"] as const),
  ],
  [
    "CA-8A",
    "Youth leaving care: diploma, job, housing, connections",
    "Jóvenes que salen: diploma, trabajo, vivienda, vínculos",
    ...(["youth", "up", "youth_exit_survey"] as const),
  ],
];

const portal: Row[] = [
  [
    "FUNC-PP",
    "Better family functioning at the end of services",
    "Mejor funcionamiento familiar al final de los servicios",
    ...(["caregiver", "up", "tool_scores"] as const),
  ],
  [
    "SVC-GAP",
    "Needs without a listed service",
    "Necesidades sin un servicio en la lista",
    ...(["referral", "down", "search_log"] as const),
  ],
  [
    "LIVED-EXP",
    "Families with lived experience in design and feedback",
    "Familias con experiencia vivida en el diseño y las opiniones",
    ...(["session", "up", "feedback"] as const),
  ],
  [
    "PREV-SPEND",
    "Prevention share of spending",
    "Parte del gasto dedicada a prevención",
    ...(["dollar", "up", "spending"] as const),
  ],
];

const toSpec =
  (provenance: string) =>
  ([id, en, es, unit, direction, missing]: Row): MeasureSpec =>
    describeSpec(provenance, { id, en, es, unit, direction }, { missing: [missing] });

/** Measures with a definition whose data nobody gives: no file of contracts.md has the element. */
export const untrackedSpecs: MeasureSpec[] = [
  ...california.map(toSpec("C-CFSR / CCWIP")),
  ...portal.map(toSpec("Portal core definitions")),
];
