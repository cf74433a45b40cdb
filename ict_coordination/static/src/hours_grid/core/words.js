import { _t } from "@web/core/l10n/translation";

/** The words of the hours grid for choices that the server knows by a key. */

export const MANDATE_LABELS = {
    decides: _t("Decides"),
    executes: _t("Executes"),
    steers: _t("Steers and follows up"),
    contact: _t("Contact and takes the lead"),
};

/** The same, short enough for a button. */
export const MANDATE_SHORT_LABELS = {
    decides: _t("Decides"),
    executes: _t("Executes"),
    steers: _t("Steers"),
    contact: _t("Contact"),
};

/** Choices of the fields of a line: null is "not decided yet". */
export const FIELD_CHOICES = {
    applicable: [
        { value: true, label: _t("Applicable") },
        { value: false, label: _t("Not applicable") },
    ],
    level: [
        { value: "school", label: _t("School") },
        { value: "group", label: _t("Group") },
        { value: "shared", label: _t("Shared") },
        { value: null, label: _t("Undecided") },
    ],
    priority: [
        { value: "short", label: _t("Short term") },
        { value: "long", label: _t("Long term") },
        { value: "none", label: _t("None") },
        { value: null, label: _t("Undecided") },
    ],
};

export const FIELD_LABELS = {
    applicable: _t("Applicable"),
    level: _t("Level"),
    priority: _t("Priority"),
    note: _t("Remark of the task"),
};

export const COVERAGE_LABELS = {
    open: _t("Open"),
    single: _t("One person"),
    team: _t("Team"),
    not_applicable: _t("Not applicable"),
};

const KIND_LABELS = { current: _t("Current situation"), target: _t("Target") };

/** @param {"current"|"target"} kind @returns {string} */
export function kindLabel(kind) {
    return String(KIND_LABELS[kind]);
}
