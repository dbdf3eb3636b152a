import { untrackedSpec, type UntrackedRow } from "./untracked-spec";

/** Federal indicators and Family First measures: measures.md sections 3 and 5. */
const perChild: UntrackedRow[] = [
  ["CFSR4-S2", "Recurrence of maltreatment within 12 months", "Maltrato repetido en 12 meses", "child", "down", "engine"],
  ["CFSR4-P1", "Permanency within 12 months of entering care", "Hogar permanente en 12 meses desde la entrada", "child", "up", "placements"],
  ["CFSR4-P2", "Permanency within 12 months, in care 12 to 23 months", "Hogar permanente en 12 meses, con 12 a 23 meses en cuidado", "child", "up", "engine"],
  ["CFSR4-P3", "Permanency within 12 months, in care 24 months or more", "Hogar permanente en 12 meses, con 24 meses o más en cuidado", "child", "up", "engine"],
  ["CFSR4-P4", "Re-entry to care within 12 months", "Regreso a cuidado en 12 meses", "child", "down", "engine"],
  ["IOC3-CONG", "Share of children in care who live in a group setting", "Parte de los niños en cuidado que viven en un lugar grupal", "child", "down", "placements"],
  ["KIN-FAM", "Kin share of family foster care", "Parte con parientes dentro del cuidado en familia", "child", "up", "placements"],
  ["KIN-N", "Children placed with kin", "Niños ubicados con parientes", "child", "up", "placements"],
  ["BOS-SIB23", "Sibling groups of two or three placed together", "Grupos de dos o tres hermanos ubicados juntos", "child", "up", "siblings", "placements"],
  ["BOS-REENTRY", "Re-entry within 12 months of returning home", "Regreso a cuidado en 12 meses después de volver a casa", "child", "down", "engine"],
  ["SHORT-STAY", "Removals that ended within 8 or 30 days", "Separaciones que terminaron en 8 o 30 días", "episode", "down", "engine"],
  ["FFPSA-NOENTRY", "Candidates who do not enter care in 24 months", "Candidatos que no entran a cuidado en 24 meses", "child", "up", "prevention_plan"],
  ["FFPSA-STATUS", "Where children live at the start and end of 12 months", "Dónde viven los niños al inicio y al final de 12 meses", "child", "context", "prevention_plan"],
  ["FFPSA-DUR", "How long services last", "Cuánto duran los servicios", "service", "context", "prevention_plan"],
  ["FFPSA-SPEND", "Spending for each child served", "Gasto por cada niño atendido", "child", "context", "services_cost"],
  ["FFPSA-EBP", "Share of spending on rated practices", "Parte del gasto en prácticas evaluadas", "dollar", "up", "services_cost"],
];

export const federalSpecs = [
  untrackedSpec("CFSR Round 4 dictionary 08/2022", 100_000, ["CFSR4-S1", "Maltreatment in foster care, per 100,000 days", "Maltrato en cuidado temporal, por 100,000 días", "child_day", "down", "engine"]),
  untrackedSpec("CFSR Round 4 dictionary 08/2022", 1000, ["CFSR4-P5", "Placement moves per 1,000 days", "Cambios de hogar por 1,000 días", "child_day", "down", "placements"]),
  untrackedSpec("CFSR Round 4 dictionary 08/2022", 1000, ["FC-ENTRY", "Foster care entry rate per 1,000 children", "Tasa de entrada a cuidado temporal por 1,000 niños", "child", "down", "population"]),
  ...perChild.map((row) => untrackedSpec(row[0].startsWith("FFPSA") ? "42 USC 671(e)" : "CFSR Round 4 dictionary 08/2022", 100, row)),
];
