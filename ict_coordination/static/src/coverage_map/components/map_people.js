import { Reactive } from "@web/core/utils/reactive";

/**
 * Names behind a place of the map, asked for when somebody looks at it and kept. The
 * server leaves out what this user may not read; then there are no names.
 */
export class MapPeople extends Reactive {
    /** @param {Object} orm service */
    constructor(orm) {
        super();
        this.orm = orm;
        /** @type {Map<number, Object[]>} */
        this.known = new Map();
    }

    /**
     * @param {number[]} lineIds
     * @returns {Object[]|null} people of these lines; null when they are not known yet
     */
    get(lineIds) {
        const lists = lineIds.map((id) => this.known.get(id));
        return lists.every(Boolean) ? lists.flat() : null;
    }

    /**
     * @param {number[]} lineIds
     * @returns {Promise<Object[]|null>} null when the server did not answer
     */
    async load(lineIds) {
        const missing = lineIds.filter((id) => !this.known.has(id));
        if (missing.length) {
            try {
                const answer = await this.orm.silent.call(
                    "ict.coverage.map",
                    "map_people",
                    [missing],
                );
                for (const id of missing) {
                    this.known.set(id, answer[id] || []);
                }
            } catch {
                // Without names the map is still a map; the next look asks again.
                return null;
            }
        }
        return this.get(lineIds);
    }
}
