"""The page: a ledger in the browser, and the same as JSON at the same addresses.

In:   a ledger, opened anew for each request and only to be read.
Out:  pages, JSON, a description of both in OpenAPI 3.1.
Not:  the answers themselves, which are ask.
"""
