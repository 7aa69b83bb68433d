"""Long work beside the pages: asked once, done by a worker, watched on a page, and kept as a file for a while."""
