import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "./platform/http/nonce";

/** Nothing of ours takes longer; a page that does is given up. */
const RENDER_LIMIT_MS = 10_000;

/** Renders a page whole before the first byte leaves, so that it is complete without scripts. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, services, requestId } = context;
  return new Promise((resolve, reject) => {
    let failedStatus: number | null = null;
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_LIMIT_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          for (const cookie of context.setCookies) headers.append("Set-Cookie", cookie);
          stream.pipe(body);
          // In one piece: a body in many is compressed piece by piece, to nearly twice the size.
          text(body).then(
            (page) => resolve(new Response(page, { headers, status: failedStatus ?? status })),
            reject,
          );
        },
        onShellError: reject,
        onError(error) {
          failedStatus = 500;
          services.log.error({ err: error, requestId }, "rendering failed");
        },
      },
    );
    setTimeout(() => stream.abort(), RENDER_LIMIT_MS).unref();
  });
}

/** Answers to loader requests carry a renewed session too. */
export function handleDataRequest(response: Response, { context }: { context: AppLoadContext }): Response {
  for (const cookie of context.setCookies) response.headers.append("Set-Cookie", cookie);
  return response;
}

/** Unexpected failures of loaders and actions: into the log, never to the reader. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  // Answers that loaders throw on purpose (404, 403) arrive here too; they are no failures of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.services.log.error({ err: error, requestId: context.requestId }, "loader or action failed");
}
