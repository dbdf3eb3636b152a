import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";

/** One thing a mail is about, with its facts and its own links. */
export type LetterBlock = {
  heading: string;
  lines: { label: string; value: string }[];
  actions: { label: string; href: string }[];
};

export type LetterWords = {
  locale: string;
  /** Who writes: the jurisdiction's title; a neutral name for families. */
  sender: string;
  heading: string;
  paragraphs: string[];
  action?: { label: string; href: string; note?: string };
  /** Another way, as a plain link. */
  also?: { label: string; href: string };
  blocks?: LetterBlock[];
  footer: string[];
};

const ink = "#18222E";
const text = { color: ink, fontSize: "16px", lineHeight: "1.5" };

/** The one form of every mail: a heading, a few sentences, one button, and the same link in words. */
export function Letter({
  locale,
  sender,
  heading,
  paragraphs,
  action,
  also,
  blocks = [],
  footer,
}: LetterWords) {
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{heading}</Preview>
      <Body style={{ backgroundColor: "#F6F4EF", fontFamily: "system-ui, sans-serif", margin: 0 }}>
        <Container style={{ backgroundColor: "#FFFFFF", padding: "24px", maxWidth: "560px" }}>
          <Text style={{ ...text, fontSize: "14px", color: "#4A5666" }}>{sender}</Text>
          <Heading as="h1" style={{ color: ink, fontSize: "22px" }}>
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={text}>
              {paragraph}
            </Text>
          ))}
          {action && (
            <>
              <Button
                href={action.href}
                style={{
                  backgroundColor: "#0B5D66",
                  color: "#FFFFFF",
                  padding: "12px 20px",
                  borderRadius: "8px",
                }}
              >
                {action.label}
              </Button>
              <Text style={{ ...text, fontSize: "14px", wordBreak: "break-all" }}>{action.href}</Text>
              {action.note && <Text style={{ ...text, fontSize: "14px" }}>{action.note}</Text>}
            </>
          )}
          {also && (
            <Text style={text}>
              <Link href={also.href} style={{ color: "#0A4F8F", textDecoration: "underline" }}>
                {also.label}
              </Link>
            </Text>
          )}
          {blocks.map((block) => (
            <Block key={block.actions[0]?.href ?? block.heading} block={block} />
          ))}
          <Hr />
          {footer.map((line) => (
            <Text key={line} style={{ ...text, fontSize: "13px", color: "#4A5666" }}>
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}

const button = { padding: "12px 20px", borderRadius: "8px", marginRight: "8px" };
const first = { ...button, backgroundColor: "#0B5D66", color: "#FFFFFF" };
const other = { ...button, backgroundColor: "#FFFFFF", color: "#0A4F8F", border: "1px solid #6F7782" };

function Block({ block }: { block: LetterBlock }) {
  return (
    <Section style={{ borderTop: "1px solid #D8DCE1", paddingTop: "8px" }}>
      <Heading as="h2" style={{ color: ink, fontSize: "18px" }}>
        {block.heading}
      </Heading>
      {block.lines.map(({ label, value }) => (
        <Text key={label} style={{ ...text, margin: "2px 0" }}>
          <strong>{label}:</strong> {value}
        </Text>
      ))}
      {block.actions.map(({ label, href }, index) => (
        // A paragraph each: in the mail's text two links on one line would run into each other.
        <Text key={label} style={{ ...text, margin: "12px 0" }}>
          <Button href={href} style={index === 0 ? first : other}>
            {label}
          </Button>
        </Text>
      ))}
    </Section>
  );
}
