import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";

export type LetterWords = {
  locale: string;
  /** Who writes: the jurisdiction's title; a neutral name for families. */
  sender: string;
  heading: string;
  paragraphs: string[];
  action?: { label: string; href: string };
  footer: string[];
};

const ink = "#18222E";
const text = { color: ink, fontSize: "16px", lineHeight: "1.5" };

/** The one form of every mail: a heading, a few sentences, one button, and the same link in words. */
export function Letter({ locale, sender, heading, paragraphs, action, footer }: LetterWords) {
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
            </>
          )}
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
