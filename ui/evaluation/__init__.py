"""The Evaluation page: runs on disk, their figures and questions, two runs compared."""
