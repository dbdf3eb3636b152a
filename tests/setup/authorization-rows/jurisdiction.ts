import {
  applyTranslations,
  listTranslations,
  readTranslations,
  saveTranslation,
  changeConsentWords,
  changeFacts,
  changeRecords,
  changeRetention,
  changeRules,
  changeSenders,
  confirmConsentWords,
  listAudit,
  listAuditPeople,
  listBases,
  readOwnJurisdiction,
  readReadiness,
  saveBasis,
  settleBasis,
  undoChange,
} from "../../../app/domain/jurisdiction/index.server";
import { usualRecordsNumbers } from "../../../app/domain/jurisdiction/records-numbers";
import { usualNumbers } from "../../../app/domain/jurisdiction/rule-numbers";
import { usualConsentText } from "../../../app/domain/referrals/family/consent-words";
import type { Ctx } from "../../../app/domain/kernel/context";
import { defineRows } from "../authorization-matrix";

const operator = "the command line's; the operation itself refuses everybody but the system";
const may = { jurisdiction_admin: "jurisdiction" } as const;
const logs = { ...may, auditor: "jurisdiction" } as const;
const lines = { supportLineEn: "", supportLineEs: "", hotlineEn: "", hotlineEs: "" };
const phones = { supportPhone: "(410) 555-0177", textPhone: "", crisisPhone: "988" };
const facts = {
  ...{ version: 1, name: "Matrix County", title: "Matrix", timeZone: "America/Chicago", ...phones },
  ...{ place: "21215", opensAt: 8, closesAt: 17, holidays: "2026-12-24" },
  ...{ federalThisYear: false, federalNextYear: false },
};
const usual = Object.fromEntries(Object.entries(usualNumbers).map(([name, days]) => [name, String(days)]));
const law = {
  ...{ version: 1, kind: "statute" as const, citation: "Matrix Code 1", namesSender: false },
  ...{ labelEn: "Matrix law", labelEs: "Ley" },
};
const change = (ctx: Ctx) => changeFacts(ctx, facts);

/** Each speaks of the actor's own jurisdiction alone. */
export default defineRows<null>({
  arrange: async () => null,
  rows: {
    createJurisdiction: { inside: operator },
    listJurisdictions: { inside: operator },
    setAddress: { inside: operator },
    readOwnJurisdiction: { may, untargeted: true, call: (ctx) => readOwnJurisdiction(ctx) },
    changeRetention: {
      may,
      untargeted: true,
      call: (ctx) => changeRetention(ctx, { version: 1, keptCalls: "90", keptDrafts: "0" }),
    },
    changeRecords: {
      may,
      untargeted: true,
      call: (ctx) =>
        changeRecords(ctx, { version: 1, state: "MD", county: "", numbers: usualRecordsNumbers }),
    },
    changeRules: {
      may,
      untargeted: true,
      call: (ctx) =>
        changeRules(ctx, { version: 1, numbers: { ...usual, tries: "4" }, reviewNewListings: false }),
    },
    listTranslations: { may, untargeted: true, call: (ctx) => listTranslations(ctx) },
    saveTranslation: {
      may,
      untargeted: true,
      call: async (ctx) => {
        await changeSenders(ctx, { version: 1, named: false, senderEn: "Matrix", senderEs: "", ...lines });
        await saveTranslation(ctx, { key: "sender:neutral", version: 2, language: "es", words: "Matriz" });
      },
    },
    readTranslations: {
      may,
      untargeted: true,
      call: (ctx) => readTranslations(ctx, { rows: [{ line: 2, key: "sender:neutral" }] }),
    },
    applyTranslations: {
      may,
      untargeted: true,
      call: async (ctx) => {
        await changeSenders(ctx, { version: 1, named: false, senderEn: "Matrix", senderEs: "", ...lines });
        const change = { key: "sender:neutral", english: "Matrix", spanish: "Matriz" };
        await applyTranslations(ctx, { changes: [{ ...change, fromEnglish: "Matrix", fromSpanish: "" }] });
      },
    },
    listBases: { may, untargeted: true, call: (ctx) => listBases(ctx) },
    saveBasis: { may, untargeted: true, call: (ctx) => saveBasis(ctx, law) },
    settleBasis: {
      may,
      untargeted: true,
      call: async (ctx) => {
        await saveBasis(ctx, law);
        await settleBasis(ctx, { version: 2, key: "matrix_law", act: "end" });
      },
    },
    readReadiness: { may, untargeted: true, call: (ctx) => readReadiness(ctx) },
    confirmConsentWords: {
      may,
      untargeted: true,
      call: (ctx) => confirmConsentWords(ctx, { textVersion: usualConsentText.version }),
    },
    changeConsentWords: {
      may,
      untargeted: true,
      call: (ctx) => {
        const { asked, own } = usualConsentText;
        const more = { askedEn: `Hello. ${asked.en}`, askedEs: asked.es, ownEn: own.en, ownEs: own.es };
        return changeConsentWords(ctx, { version: 1, ...more });
      },
    },
    changeSenders: {
      may,
      untargeted: true,
      call: (ctx) =>
        changeSenders(ctx, { version: 1, senderEn: "the line", senderEs: "", named: false, ...lines }),
    },
    listAudit: { may: logs, untargeted: true, call: (ctx) => listAudit(ctx, {}) },
    listAuditPeople: { may: logs, untargeted: true, call: (ctx) => listAuditPeople(ctx) },
    changeFacts: { may, untargeted: true, call: change },
    undoChange: {
      may,
      untargeted: true,
      call: async (ctx) => {
        await change(ctx);
        await undoChange(ctx, { version: 2 });
      },
    },
  },
});
