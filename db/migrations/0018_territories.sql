CREATE TABLE "territories" (
	"network_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"authorities" text[],
	"radius_km" integer,
	"corners" jsonb,
	"typed" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "territories_kind" CHECK (case "territories"."kind"
        when 'authorities' then cardinality("territories"."authorities") between 1 and 100 and "territories"."radius_km" is null and "territories"."corners" is null
        when 'radius' then "territories"."radius_km" between 1 and 300 and "territories"."authorities" is null and "territories"."corners" is null
        when 'border' then jsonb_array_length("territories"."corners") between 3 and 500 and "territories"."authorities" is null and "territories"."radius_km" is null
        else false end),
	CONSTRAINT "territories_typed_length" CHECK (char_length("territories"."typed") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "territory_schools" (
	"network_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	CONSTRAINT "territory_schools_network_id_school_id_pk" PRIMARY KEY("network_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "territories" ADD CONSTRAINT "territories_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory_schools" ADD CONSTRAINT "territory_schools_network_id_territories_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."territories"("network_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory_schools" ADD CONSTRAINT "territory_schools_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "territory_schools_school" ON "territory_schools" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "schools_local_authority" ON "schools" USING btree ("country","local_authority") WHERE "schools"."local_authority" is not null;