CREATE TABLE "material_substitutes" (
	"material_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	"note" text,
	CONSTRAINT "material_substitutes_pk" PRIMARY KEY("material_id","substitute_id"),
	CONSTRAINT "material_substitutes_another" CHECK ("material_substitutes"."material_id" <> "material_substitutes"."substitute_id")
);
--> statement-breakpoint
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
ALTER TABLE "materials" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "material_substitutes" ADD CONSTRAINT "material_substitutes_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_substitutes" ADD CONSTRAINT "material_substitutes_substitute_id_materials_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."materials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "material_substitutes_substitute" ON "material_substitutes" USING btree ("substitute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_unique" ON "saved_searches" USING btree ("person_id","path","query");--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_merged_into_materials_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."materials"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "materials_merged" ON "materials" USING btree ("merged_into") WHERE "materials"."merged_into" is not null;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_merged_elsewhere" CHECK ("materials"."merged_into" <> "materials"."id");