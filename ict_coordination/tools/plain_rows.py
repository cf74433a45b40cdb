"""Plain values instead of records, for the large tables."""


def read_rows(model, domain, names, order=None):
    """Yield a dict of plain values per record, read in one query with the rules.

    A number for a many2one. For tables where records with a cache each would cost
    more than all the rest.
    """
    for values in read_tuples(model, domain, names, order):
        yield dict(zip(names, values, strict=True))


def read_tuples(model, domain, names, order=None):
    """Return the same as a list of tuples, in the order of ``names``."""
    query = model._search(domain, order=order or model._order)
    columns = [model._field_to_sql(model._table, name, query) for name in names]
    return model.env.execute_query(query.select(*columns))
