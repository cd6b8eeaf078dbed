/** Headers of every answer of the API: anybody may read it from any page, nobody keeps an old one. */
export const apiHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "no-cache",
} as const;

const titles: Record<number, string> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  500: "Internal Server Error",
};

/**
 * What the API answers when it cannot do what was asked (RFC 9457).
 * @param detail what is wrong and what would be right, in the language of the reader
 */
export function problem(status: 400 | 404 | 405 | 500, detail: string, headers: HeadersInit = {}): Response {
  return Response.json(
    { type: "about:blank", title: titles[status], status, detail },
    { status, headers: { ...apiHeaders, "Content-Type": "application/problem+json", ...headers } },
  );
}
