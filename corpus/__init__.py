"""Policy documents and everything that is known from reading them."""
