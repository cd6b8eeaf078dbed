const titles = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  414: "URI Too Long",
  503: "Service Unavailable",
} as const;

/** An error as programs read it, RFC 9457. */
export type Problem = {
  type: "about:blank";
  title: string;
  status: keyof typeof titles;
  /** What is wrong with this request, in English. */
  detail: string;
};

export const problem = (status: Problem["status"], detail: string): Problem => ({
  type: "about:blank",
  title: titles[status],
  status,
  detail,
});
