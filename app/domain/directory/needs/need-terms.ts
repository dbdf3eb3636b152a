/**
 * Our needs by the ids of Open Eligibility 2.0 terms. Ids only: the terms themselves come with the file that an administrator
 * loads (`upstream import open-eligibility`), under the licence it has. An id may be of several terms.
 */
const idsOfNeeds: Readonly<Record<string, string>> = {
  parenting_support: "1195 1315 1337",
  home_visiting: "1306",
  support_groups: "1312 1303 1310",
  fathers: "20074",
  kinship_care: "1273 1378 1383 20039 1286",
  counseling: "1220 1304",
  crisis_help: "1126 1231 1305 1123",
  substance_use: "1178 1181 1230 1182 1229 1300",
  family_violence: "1124 1125 1151 20083",
  child_care: "1280 1281 1294 1233 1282 1283",
  preschool: "1284 1344",
  after_school: "1279 1285 1343",
  mentoring: "1308 1309",
  early_development: "20019 1211 1342",
  pregnancy: "1217 1215 1193 1335 20043",
  baby_supplies: "1155 1157 1156 1159",
  food: "1130 1131 1120 1128 1129 1114 1132 1234 1133 1235 1258",
  housing: "1136 1295 1116 1137 1243 1142 1152 1140",
  shelter: "1121 1135",
  utilities: "1119 1138 1244",
  clothing_household: "1158 1166 1163 1167 1160 1249 1320 1171",
  money_help: "1232 1256 1262 1327 1270 1200 1237 1257",
  work_training: "1297 1357 1358 1349 1365 1353 1369",
  adult_education: "1332 1347 1368 1326 1348 1350 1366 1351 1367",
  transportation: "1175 1173 1254 1172 1252 1176 1205 1242 1117 1174 1253",
  legal_help: "1375 1111 1389 1387",
  immigration: "1346 1381 20012 20013",
  health_care: "1206 1184 1227 1202 1239 1268",
  respite: "1286",
  family_help: "1292 1293",
};

const needsById = new Map<string, string[]>();
for (const [need, ids] of Object.entries(idsOfNeeds))
  for (const id of ids.split(" ")) needsById.set(id, [...(needsById.get(id) ?? []), need]);

/** Need codes of an Open Eligibility id; none when the term is outside prevention needs. */
export function needsOfTerm(id: string): readonly string[] {
  return needsById.get(id) ?? [];
}
