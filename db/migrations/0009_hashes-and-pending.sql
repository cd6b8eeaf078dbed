CREATE TABLE "search_pending" (
	"type" text NOT NULL,
	"record_id" uuid NOT NULL,
	"version" bigint GENERATED ALWAYS AS IDENTITY (sequence name "search_pending_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_pending_type_record_id_pk" PRIMARY KEY("type","record_id")
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_pending_version" ON "search_pending" USING btree ("version");