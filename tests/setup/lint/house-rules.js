import path from "node:path";
import { builtinRules } from "eslint/use-at-your-own-risk";

const banned = /^(utils?|helpers?|misc|common|services?|managers?|types)(\.server|\.client)?\.tsx?$/;

const fileName = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program(node) {
      const name = path.basename(context.filename);
      if (banned.test(name))
        context.report({ node, message: `"${name}" says nothing about what is in it: name the noun.` });
    },
  }),
};

/** Attributes that a person hears or reads. */
const spoken = new Set(["alt", "aria-label", "aria-description", "placeholder", "title", "label"]);
const hasWords = (text) => /\p{L}{2,}/u.test(text.replace(/&\w+;/g, ""));

const literalText = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const report = (node) =>
      context.report({ node, message: "Words for people live in app/locales, in English and Spanish." });
    return {
      JSXText: (node) => hasWords(node.value) && report(node),
      "JSXExpressionContainer > Literal": (node) =>
        node.parent.parent.type !== "JSXAttribute" &&
        typeof node.value === "string" &&
        hasWords(node.value) &&
        report(node),
      JSXAttribute(node) {
        const value = node.value?.type === "Literal" ? node.value.value : null;
        if (spoken.has(node.name.name) && typeof value === "string" && hasWords(value)) report(node);
      },
    };
  },
};

const placedHtml = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const message = "HTML is placed by app/ui/placed-html.tsx alone, and made by markup.";
    const report = (node) => context.report({ node, message });
    return {
      "JSXAttribute[name.name='dangerouslySetInnerHTML']": report,
      "Property[key.name='dangerouslySetInnerHTML']": report,
      "AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]": report,
    };
  },
};

/** The house's own rules; the two "long" rules are ESLint's, under a second name so that they can warn before they fail. */
export const houseRules = {
  rules: {
    "file-name": fileName,
    "literal-text": literalText,
    "placed-html": placedHtml,
    "long-file": builtinRules.get("max-lines"),
    "long-function": builtinRules.get("max-lines-per-function"),
  },
};
