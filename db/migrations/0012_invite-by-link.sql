CREATE TABLE "invitation_uses" (
	"invitation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_uses_invitation_id_person_id_pk" PRIMARY KEY("invitation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"form_key" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"uses_limit" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "invitations_formKey_unique" UNIQUE("form_key"),
	CONSTRAINT "invitations_note_length" CHECK (char_length("invitations"."note") <= 200),
	CONSTRAINT "invitations_uses_limit" CHECK ("invitations"."uses_limit" between 1 and 500),
	CONSTRAINT "invitations_uses" CHECK ("invitations"."uses" >= 0 and ("invitations"."uses_limit" is null or "invitations"."uses" <= "invitations"."uses_limit"))
);
--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_uses_person" ON "invitation_uses" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invitations_network" ON "invitations" USING btree ("network_id","created_at");