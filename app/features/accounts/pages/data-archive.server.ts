import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { exportData } from "../operations/export-data.server";

/** Answers with the archive itself; a ticket that is over leads back to where the next one is made. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const person = await personOf(request, context);
  const ticket = new URL(request.url).searchParams.get("ticket") ?? "";
  return answering(request, context, async () => {
    try {
      const zip = await exportData(context.services, person, { ticket });
      return new Response(createReadableStreamFromReadable(zip), {
        headers: {
          "Content-Type": "application/zip",
          "Content-Disposition": 'attachment; filename="staffroom-data.zip"',
          "Cache-Control": "no-store",
        },
      });
    } catch (error) {
      if (error instanceof NotAllowed) return redirectTo("/settings/data?done=over");
      throw error;
    }
  });
}
