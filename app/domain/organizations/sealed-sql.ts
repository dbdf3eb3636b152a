/** SQL: a column that names no victim service or substance use program of the jurisdiction, whose families enter no count, file or link (domain.md 5). */
export const notSealed = (column: string): string => `(${column} is null or ${column} not in (
  select id from organization where jurisdiction_id = app_jurisdiction() and (victim_service_provider or part2_program)))`;
