CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"path" text NOT NULL,
	"query" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_searches_name_length" CHECK (char_length("saved_searches"."name") between 1 and 100),
	CONSTRAINT "saved_searches_address_length" CHECK (char_length("saved_searches"."path") + char_length("saved_searches"."query") <= 2048)
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_unique" ON "saved_searches" USING btree ("person_id","path","query");--> statement-breakpoint
CREATE INDEX "search_documents_type_language_newest" ON "search_documents" USING btree ("type",split_part("language", '-', 1),"newest_at","record_id");